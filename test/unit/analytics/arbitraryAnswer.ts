import fc from 'fast-check';

const count = fc.integer({ min: 0, max: 1_000_000_000 });
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'a/b', '', '<img src=x>', '\ud800'),
);
/** Mostly a count, sometimes anything that JSON can hold. */
const almostCount = fc.oneof(
  { weight: 6, arbitrary: count },
  { weight: 1, arbitrary: count.map(String) },
  { weight: 1, arbitrary: fc.jsonValue({ depthSize: 'small' }) },
);
/** Any of the fields may be missing. */
export const partOf = <T>(model: Record<string, fc.Arbitrary<T>>) => fc.record(model, { requiredKeys: [] });
const eventsOf = (...names: string[]) => partOf(Object.fromEntries(names.map((name) => [name, almostCount])));

const row = fc
  .tuple(
    partOf<unknown>({
      sequenceStep: fc.oneof(fc.integer({ min: 0, max: 6 }), almostCount),
      variant: fc.oneof(fc.constantFrom(null, 'A', 'B', 1, 2), hostileText),
    }),
    eventsOf('sent', 'opened', 'clicked', 'bounced', 'replied'),
  )
  .map(([_id, events]) => ({ _id, ...events }));

/** What may stand in `data` of an answer that can be understood: odd, hostile, incomplete. */
export const answerData = fc.record(
  {
    campaign: partOf({ id: hostileText, name: hostileText, status: hostileText, startedAt: hostileText }),
    stats: eventsOf('sent', 'delivered', 'opened', 'clicked', 'replied', 'bounced', 'unsubscribed'),
    stepAnalytics: fc.oneof(fc.array(row, { maxLength: 8 }), fc.jsonValue()),
    statusBreakdown: fc.array(fc.tuple(hostileText, almostCount), { maxLength: 8 }).map(Object.fromEntries),
    totalReplied: almostCount,
  },
  { requiredKeys: ['stats'] },
);
