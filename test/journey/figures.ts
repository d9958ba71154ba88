// The example of SendKit's documentation, as the extension shows it.

export const overviewRows = [
  'Sent 150',
  'Delivered 145 · 96.7%',
  'Opened 72 · 49.7%',
  'Clicked 18 · 12.4%',
  'Replied 12 · 8.3%',
  'Positive replies 4 · 2.8%',
  'Bounced 5 · 3.3%',
  'Unsubscribed 2 · 1.4%',
  'Click-to-open 25.0%',
  'Health Bounce rate warning',
];

export const stepRows = [
  'Email 1 Opening · 100 sent · 51.5% opened · 12.4% clicked',
  'Email 2 Follow-up 1 · 50 sent · 45.8% opened · 12.5% clicked',
];

export const leadStatusRows = [
  'Active 350 · 70.0%',
  'Completed 100 · 20.0%',
  'Removed 31 · 6.2%',
  'Replied 12 · 2.4%',
  'Bounced 5 · 1.0%',
  'Unsubscribed 2 · 0.4%',
];

/** A figure's name, count, rate and fraction. */
export const reportFigures = [
  ['Sent', '150'],
  ['Delivered', '145', '96.7%', '145 of 150 sent'],
  ['Opened', '72', '49.7%', '72 of 145 delivered'],
  ['Clicked', '18', '12.4%', '18 of 145 delivered'],
  ['Replied', '12', '8.3%', '12 of 145 delivered'],
  ['Bounced', '5', '3.3%', '5 of 150 sent'],
  ['Unsubscribed', '2', '1.4%', '2 of 145 delivered'],
];
