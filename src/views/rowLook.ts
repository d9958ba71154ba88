import type { Change } from '../analytics/changes';
import { isAlarming, type Health, type HealthLevel } from '../analytics/health';
import { healthSummary } from '../analytics/healthWords';

/** How a row of a tree looks and sounds. */
export interface RowLook {
  /** Stable over refreshes, so that what was open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Plain text; the first line is the heading. */
  readonly tooltip: readonly string[];
  /** A codicon. */
  readonly icon?: string;
  /** A theme colour for the icon, for states that need one. */
  readonly iconColor?: string;
  /** What is wrong with the health of what the row stands for: a mark behind it, which is spoken too. */
  readonly alarm?: Alarm;
  /** Words for the menus' `when` clauses. */
  readonly contextValue: string;
}

export interface Alarm {
  readonly level: 'critical' | 'warning';
  readonly text: string;
}

export type RowIcon = Pick<RowLook, 'icon' | 'iconColor'>;

/** What a screen reader says for a row. */
export function spokenLabel({ label, description, alarm }: Pick<RowLook, 'label' | 'description' | 'alarm'>): string {
  return [label, description?.replaceAll(' · ', ', '), alarm?.text].filter((part) => part !== undefined).join(', ');
}

/** The alarm of a campaign or a mailbox, or nothing to add to its row. */
export function alarmOf(health: Health): Pick<RowLook, 'alarm'> {
  return isAlarming(health.level) ? { alarm: { level: health.level, text: healthSummary(health) } } : {};
}

export function campaignStatusIcon(status: string | null | undefined): RowIcon {
  switch (status) {
    case 'active':
      return { icon: 'play-circle', iconColor: 'charts.green' };
    case 'paused':
      return { icon: 'debug-pause', iconColor: 'charts.yellow' };
    case 'completed':
      return { icon: 'pass', iconColor: 'charts.blue' };
    case 'draft':
      return { icon: 'edit' };
    case 'archived':
      return { icon: 'archive' };
    default:
      return { icon: 'circle-outline' };
  }
}

/** Of a request that failed: a warning where older figures are still shown. */
export function problemIcon(older: boolean): RowIcon {
  return older
    ? { icon: 'warning', iconColor: 'list.warningForeground' }
    : { icon: 'error', iconColor: 'list.errorForeground' };
}

/** A pulse in the colour of the level: a failed request has other icons. */
export function healthIcon(level: HealthLevel): RowIcon {
  switch (level) {
    case 'critical':
      return { icon: 'pulse', iconColor: 'list.errorForeground' };
    case 'warning':
      return { icon: 'pulse', iconColor: 'list.warningForeground' };
    case 'healthy':
      return { icon: 'pulse', iconColor: 'charts.green' };
    case 'tooFew':
    case 'unknown':
      return { icon: 'pulse' };
  }
}

export function changeIcon(change: Change): RowIcon {
  switch (change.kind) {
    case 'health':
      return healthIcon(change.signal.level);
    case 'verdict':
      return { icon: 'beaker' };
    case 'status':
      return campaignStatusIcon(change.status);
    case 'count':
      return { icon: change.count > change.before ? 'arrow-small-up' : 'arrow-small-down' };
  }
}
