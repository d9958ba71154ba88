/** Measurements, gathered by the name of what was measured. */
export class Samples {
  private readonly values = new Map<string, number[]>();

  add(name: string, value: number): void {
    this.values.set(name, [...this.of(name), value]);
  }

  of(name: string): readonly number[] {
    return this.values.get(name) ?? [];
  }
}
