/** `2:05 PM`, or `14:05` where the reader's language writes it so. */
export type TimeOfDay = (epochMilliseconds: number) => string;

export function timeOfDayIn(locale: string): TimeOfDay {
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (epochMilliseconds) => times.format(epochMilliseconds);
}
