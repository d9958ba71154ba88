// Answers of any number of step rows, as SendKit would send them.

/** How rows are spread: over steps of four variants each, or all of them variants of one step. */
export type Shape = 'steps' | 'variants';

export function answerOf(rows: number, shape: Shape): { readonly success: true; readonly data: object } {
  const stepAnalytics = Array.from({ length: rows }, (_, index) => {
    const sent = 900 + (index % 97);
    return {
      _id:
        shape === 'steps'
          ? { sequenceStep: Math.floor(index / 4) * 2, variant: 'ABCD'[index % 4] }
          : { sequenceStep: 0, variant: `V${index}` },
      sent,
      opened: 400 + (index % 89),
      clicked: 40 + (index % 31),
      bounced: 9 + (index % 7),
    };
  });
  const total = (name: 'sent' | 'opened' | 'clicked' | 'bounced'): number =>
    stepAnalytics.reduce((sum, row) => sum + row[name], 0);
  const [sent, bounced] = [total('sent'), total('bounced')];
  return {
    success: true,
    data: {
      campaign: { id: 'many', name: 'Many rows', status: 'active', startedAt: '2025-06-15T09:00:00.000Z' },
      stats: {
        ...{ sent, delivered: sent - bounced, opened: total('opened'), clicked: total('clicked') },
        ...{ replied: Math.round(sent * 0.03), bounced, unsubscribed: Math.round(sent * 0.004) },
      },
      stepAnalytics,
      statusBreakdown: { active: 500, completed: 400 },
      totalReplied: Math.round(sent * 0.03),
    },
  };
}
