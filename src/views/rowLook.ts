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
  /** Words for the menus' `when` clauses. */
  readonly contextValue: string;
}

export type RowIcon = Pick<RowLook, 'icon' | 'iconColor'>;

/** What a screen reader says for a row. */
export function spokenLabel({ label, description }: Pick<RowLook, 'label' | 'description'>): string {
  return description === undefined ? label : `${label}, ${description.replaceAll(' · ', ', ')}`;
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
