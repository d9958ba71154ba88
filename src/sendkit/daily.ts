import type { InferOutput } from 'valibot';
import type { Decoded } from './decode';
import { withDropped } from './oddValues';
import type { Count, DailyRow, dailySchema } from './schemas';

type ReadRow = InferOutput<typeof dailySchema>[number];

/** Rows with a day, each day once, in order. Days without a row are not filled in. */
export function dailyRowsOf({ value, oddValues }: Decoded<readonly ReadRow[]>): Decoded<DailyRow[]> {
  const days = new Map<string, DailyRow>();
  let dropped = 0;
  for (const row of value) {
    if (row.date === null) dropped += 1;
    else days.set(row.date, added({ ...row, date: row.date }, days.get(row.date)));
  }
  return {
    value: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    oddValues: withDropped(oddValues, dropped),
  };
}

function added(row: DailyRow, other: DailyRow | undefined): DailyRow {
  if (!other) return row;
  return {
    date: row.date,
    sent: sum(row.sent, other.sent),
    opened: sum(row.opened, other.opened),
    clicked: sum(row.clicked, other.clicked),
    bounced: sum(row.bounced, other.bounced),
    replied: sum(row.replied, other.replied),
    positiveReplied: sum(row.positiveReplied, other.positiveReplied),
  };
}

function sum(a: Count, b: Count): Count {
  return a === null || b === null ? null : a + b;
}
