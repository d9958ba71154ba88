/** The ways in which a secret could stand somewhere without being read at a glance. */
export class Traces {
  private readonly marks: readonly (readonly [name: string, bytes: string])[];

  /** `core` is a part of the secret that no escaping changes: letters and digits alone. */
  constructor(core: string) {
    const half = core.length >> 1;
    this.marks = [
      ['first half', core.slice(0, half)],
      ['second half', core.slice(half)],
      ['reversed', Array.from(core).reverse().join('').slice(0, half)],
      ['UTF-16', Buffer.from(core.slice(0, half), 'utf16le').toString('latin1')],
      ['hexadecimal', Buffer.from(core.slice(0, half)).toString('hex')],
      // Where the secret begins within a group of three bytes depends on what stands before it.
      ...[0, 1, 2].map((before): [string, string] => {
        const encoded = Buffer.from(' '.repeat(before) + core).toString('base64');
        return ['Base64', encoded.slice(4, encoded.length - 4)];
      }),
    ];
  }

  /** The forms in which the secret stands in a text, or in bytes that are given as one character each. */
  in(text: string): string[] {
    return this.marks.filter(([, mark]) => text.includes(mark)).map(([name]) => name);
  }
}
