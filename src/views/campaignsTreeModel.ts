// What the Campaigns view shows, as plain rows: a pure function of the store's state.
import * as l10n from '@vscode/l10n';
import { changeText, weightiestChange } from '../analytics/changeWords';
import { FIGURE_NAMES, type Figure, type Figures } from '../analytics/figures';
import type { Format } from '../analytics/format';
import { listed } from '../analytics/joinedWords';
import type { CampaignReport } from '../analytics/report';
import {
  campaignStatus,
  daysText,
  figureCount,
  figureLabel,
  leadCount,
  leadStatus,
  periodName,
  rateLabel,
  stepName,
  subsequenceName,
  variantName,
  notTracked,
} from '../analytics/words';
import type { ABTest } from '../analytics/abTest';
import { isAlarming, type Health } from '../analytics/health';
import { healthLevel, healthSummary, signalSentence, spamComplaintsSentence } from '../analytics/healthWords';
import type { StepReport } from '../analytics/steps';
import {
  baseOf,
  metricSentences,
  planSentence,
  testCautions,
  verdictLabel,
  verdictSentence,
} from '../analytics/testWords';
import type { CampaignState } from '../campaigns/store';
import { countAndRate, figureLines, figuresLines, figureText, fullFiguresLines, rateLines } from './figureText';
import type { Changed } from './sinceLastLook';
import {
  alarmOf,
  campaignStatusIcon,
  changeIcon,
  healthIcon,
  problemIcon,
  type RowIcon,
  type RowLook,
} from './rowLook';

export type Remedy = NonNullable<CampaignState['problem']>['remedy'];

export interface TreeRow extends RowLook {
  readonly campaignId: string;
  /** What clicking the row does. */
  readonly action?: 'openReport' | Remedy;
  readonly open?: boolean;
  readonly children: readonly TreeRow[];
}

interface RowOptions {
  /** Is in the status bar. */
  readonly pinned?: boolean;
  /** Since somebody last looked. */
  readonly changed?: Changed | null;
}

export function campaignRow(
  state: CampaignState,
  format: Format,
  { pinned = false, changed = null }: RowOptions = {},
): TreeRow {
  const { id, report, problem } = state;
  const rootId = encodeURIComponent(id);
  const row = (
    part: string,
    fields: Omit<TreeRow, 'id' | 'campaignId' | 'contextValue' | 'children'> & Partial<TreeRow>,
  ): TreeRow => ({
    id: `${rootId}/${part}`,
    campaignId: id,
    contextValue: part.split('/')[0] ?? part,
    children: [],
    ...fields,
  });

  const problemRow = (): TreeRow[] =>
    problem === null
      ? []
      : [
          row('problem', {
            label: problem.title,
            description: problem.message,
            tooltip: [problem.title, problem.message],
            ...problemIcon(report !== null),
            action: problem.remedy,
          }),
        ];

  const changes = ({ since, changes }: Changed): TreeRow =>
    row('changes', {
      label: l10n.t('Since you last looked'),
      description: format.dateTime(since),
      tooltip: [
        l10n.t('Since you last looked'),
        l10n.t('What is different from the figures of {0}', format.dateTime(since)),
      ],
      icon: 'history',
      open: true,
      children: changes.map((change, index) => {
        const text = changeText(change, format);
        return row(`changes/${index}`, { label: text, tooltip: [text], ...changeIcon(change) });
      }),
    });

  const overview = ({ figures, positiveReplied, clickToOpen, health }: CampaignReport): TreeRow =>
    row('overview', {
      label: l10n.t('Overview'),
      tooltip: [l10n.t('Overview')],
      icon: 'dashboard',
      open: true,
      children: [
        ...FIGURE_NAMES.flatMap((name) => [
          figureRow(`overview/${name}`, figures[name]),
          ...(name === 'replied' && positiveReplied.count !== null
            ? [figureRow('overview/positiveReplied', positiveReplied)]
            : []),
        ]),
        row('overview/clickToOpen', {
          label: l10n.t('Click-to-open'),
          description: clickToOpen ? format.percent(clickToOpen.value) : notTracked(),
          tooltip: [l10n.t('Click-to-open'), ...(clickToOpen ? rateLines(clickToOpen, format) : [notTracked()])],
        }),
        healthRow(health),
      ],
    });

  const figureRow = (part: string, figure: Figure): TreeRow =>
    row(part, {
      label: figureLabel(figure.name),
      description: figureText(figure, format),
      tooltip: [figureLabel(figure.name), ...figureLines(figure, format)],
    });

  const healthRow = (health: Health): TreeRow =>
    row('overview/health', {
      label: l10n.t('Health'),
      description: healthSummary(health),
      tooltip: [
        l10n.t('Health'),
        ...health.signals.map((signal) => signalSentence(signal, format)),
        spamComplaintsSentence(),
      ],
      ...healthIcon(health.level),
      children: [
        ...health.signals.map((signal) =>
          row(`overview/health/${signal.signal}`, {
            label: rateLabel(signal.signal),
            description: l10n.t('{0} · {1}', format.percent(signal.rate.value), healthLevel(signal.level)),
            tooltip: [rateLabel(signal.signal), signalSentence(signal, format), ...rateLines(signal.rate, format)],
            ...healthIcon(signal.level),
          }),
        ),
        row('overview/health/spam', {
          label: l10n.t('Spam complaints'),
          description: l10n.t('not in SendKit’s API'),
          tooltip: [l10n.t('Spam complaints'), spamComplaintsSentence()],
          icon: 'circle-outline',
        }),
      ],
    });

  const steps = ({ steps }: CampaignReport): TreeRow =>
    row('steps', {
      label: l10n.t('Steps'),
      description: steps.length === 0 ? l10n.t('none sent yet') : format.count(steps.length),
      tooltip: [l10n.t('Steps')],
      icon: 'list-ordered',
      open: true,
      children: stepRows('steps', steps),
    });

  const stepRows = (parent: string, steps: readonly StepReport[]): TreeRow[] =>
    steps.map((step) => {
      const part = `${parent}/${step.sequenceStep ?? '-'}`;
      return row(part, {
        label: stepName(step),
        description: [
          ...(step.test === null ? [] : [verdictLabel(step.test)]),
          ...(step.name === null ? [] : [step.name]),
          stepSummary(step.figures, format),
        ].join(' · '),
        tooltip: [
          stepName(step),
          ...(step.name === null ? [] : [step.name]),
          ...(step.subject === null ? [] : [l10n.t('Subject: {0}', step.subject)]),
          sequenceStepLine(step.sequenceStep),
          ...(step.test === null ? [] : testLines(step.test, format)),
          ...fullFiguresLines(step.figures, format),
        ],
        icon: 'mail',
        children: step.variants.map((variant) =>
          row(`${part}/${encodeURIComponent(variant.label ?? '')}`, {
            label: variantName(variant),
            description: stepSummary(variant.figures, format),
            tooltip: [listed([stepName(step), variantName(variant)]), ...fullFiguresLines(variant.figures, format)],
            icon: 'beaker',
          }),
        ),
      });
    });

  const subsequences = ({ subsequences }: CampaignReport): TreeRow[] =>
    subsequences.length === 0
      ? []
      : [
          row('subsequences', {
            label: l10n.t('Subsequences'),
            description: format.count(subsequences.length),
            tooltip: [
              l10n.t('Subsequences'),
              l10n.t('Follow-ups that a lead enters by its tag; their steps count anew'),
            ],
            icon: 'git-branch',
            children: subsequences.map((subsequence) => {
              const part = `subsequences/${encodeURIComponent(subsequence.id)}`;
              return row(part, {
                label: subsequenceName(subsequence),
                description: stepSummary(subsequence.figures, format),
                tooltip: [subsequenceName(subsequence), ...fullFiguresLines(subsequence.figures, format)],
                icon: 'mail',
                children: stepRows(part, subsequence.steps),
              });
            }),
          }),
        ];

  const leads = ({ leadStatus: { total, rows } }: CampaignReport): TreeRow =>
    row('leads', {
      label: l10n.t('Lead status'),
      description: rows.length === 0 ? l10n.t('no leads yet') : leadCount(total, format),
      tooltip: [l10n.t('Lead status')],
      icon: 'organization',
      children: rows.map(({ status, count, share }) =>
        row(`leads/${encodeURIComponent(status)}`, {
          label: leadStatus(status),
          description: countAndRate(count, share, format),
          tooltip: [leadStatus(status), ...rateLines(share, format)],
        }),
      ),
    });

  const totalReplied = ({ totalReplied }: CampaignReport): TreeRow =>
    row('totalReplied', {
      label: l10n.t('Total replied'),
      description: format.count(totalReplied),
      tooltip: [l10n.t('Total replied'), l10n.t('Replies over the whole campaign, subsequences included')],
      icon: 'reply',
    });

  return {
    id: rootId,
    campaignId: id,
    label: state.name,
    description: campaignDescription(state, changed, format),
    tooltip: campaignTooltip(state, format),
    ...campaignIcon(state),
    contextValue: [
      'campaign',
      ...(state.loading ? ['loading'] : []),
      ...(report ? ['reported'] : []),
      ...(state.sample || state.loading ? [] : ['refreshable']),
      ...(pinned ? ['pinned'] : state.sample || state.loading ? [] : ['pinnable']),
    ].join(' '),
    action: 'openReport',
    ...(report ? alarmOf(report.health) : {}),
    children: [
      ...problemRow(),
      ...(report
        ? [
            ...(changed ? [changes(changed)] : []),
            overview(report),
            steps(report),
            ...subsequences(report),
            leads(report),
            totalReplied(report),
          ]
        : []),
    ],
  };
}

/** `active · 8.3% replied`, or what stands in the way. */
function campaignDescription(
  { report, problem, loading, sample, period, fetchedAt }: CampaignState,
  changed: Changed | null,
  format: Format,
): string {
  if (report === null) return loading ? l10n.t('loading…') : l10n.t('could not be loaded');
  const parts = [
    sample ? l10n.t('sample') : undefined,
    campaignStatus(report.campaign.status),
    l10n.t('{0} replied', format.percent(report.figures.replied.rate?.value ?? null)),
    changed ? weightiestChange(changed.changes, format) : undefined,
    period.kind === 'all' ? undefined : periodName(period, format),
    fetchedAt !== null && (problem !== null || isOld(fetchedAt))
      ? l10n.t('as of {0}', format.dateTime(fetchedAt))
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Figures of another day are not taken for today's. */
function isOld(fetchedAt: number): boolean {
  return Date.now() - fetchedAt > 24 * 60 * 60 * 1000;
}

function campaignTooltip(
  { name, report, problem, sample, workspace, fetchedAt }: CampaignState,
  format: Format,
): string[] {
  const age =
    fetchedAt === null || sample
      ? []
      : [
          problem === null
            ? l10n.t('Fetched {0}', format.dateTime(fetchedAt))
            : l10n.t('Figures of {0}, {1}', format.dateTime(fetchedAt), format.age(fetchedAt)),
        ];
  return [
    name,
    ...(sample ? [l10n.t('Sample data: the example of SendKit’s documentation')] : []),
    ...(problem ? [problem.message] : []),
    ...age,
    ...(workspace === null ? [] : [l10n.t('Workspace: {0}', workspace)]),
    ...(report && (report.period.from ?? report.period.to) !== undefined ? [daysText(report.period, format)] : []),
    ...(report
      ? [
          l10n.t('Status: {0}', campaignStatus(report.campaign.status)),
          ...(report.campaign.startedAt === null
            ? []
            : [l10n.t('Started {0}', format.date(report.campaign.startedAt))]),
          ...figuresLines(report.figures, format),
          ...report.health.signals
            .filter(({ level }) => isAlarming(level))
            .map((signal) => signalSentence(signal, format)),
        ]
      : []),
  ];
}

function campaignIcon({ loading, problem, report, sample }: CampaignState): RowIcon {
  if (loading) return { icon: 'loading~spin' };
  if (problem) return problemIcon(report !== null);
  if (sample) return { icon: 'beaker' };
  return campaignStatusIcon(report?.campaign.status);
}

/** `100 sent · 51.5% opened · 12.4% clicked`, with replies where the answer has them. */
function stepSummary({ sent, opened, clicked, replied }: Figures, format: Format): string {
  const percent = (figure: Figure): string =>
    figure.tracked ? format.percent(figure.rate?.value ?? null) : figureCount(figure, format);
  return [
    l10n.t('{0} sent', format.count(sent.count)),
    l10n.t('{0} opened', percent(opened)),
    l10n.t('{0} clicked', percent(clicked)),
    ...(replied.count === null ? [] : [l10n.t('{0} replied', percent(replied))]),
  ].join(' · ');
}

/** The verdict in words, with what it rests on. */
function testLines(test: ABTest, format: Format): string[] {
  return [
    verdictLabel(test),
    verdictSentence(test, format),
    ...(test.word === null ? [] : [planSentence(test.plan, baseOf(test), format)]),
    ...metricSentences(test),
    ...testCautions(test, format),
  ];
}

function sequenceStepLine(sequenceStep: number | null): string {
  return sequenceStep === null
    ? l10n.t('SendKit gave no step number')
    : l10n.t('Step {0} of SendKit’s sequence, in which waits are counted too', sequenceStep);
}
