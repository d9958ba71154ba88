import { css } from 'lit';

/** What all charts look like; colours are the page's tokens. */
export const chartStyles = css`
  bar-chart,
  trend-chart {
    display: block;
    position: relative;
    min-width: 0;
    font-variant-numeric: tabular-nums;

    svg {
      display: block;
      max-width: 100%;
      height: auto;
      overflow: visible;
    }

    text {
      fill: var(--ink);
      unicode-bidi: isolate;
    }

    .aside,
    .tick,
    .lost {
      fill: var(--quiet);
    }

    .tick,
    .lost {
      font-size: 0.92em;
    }

    .value.level-0 {
      fill: var(--strong);
    }
  }

  .grid {
    stroke: var(--grid);
  }

  .zero {
    stroke: var(--zero);
  }

  .point {
    stroke: var(--paper);
    stroke-width: 1;
  }

  .series-0 {
    fill: var(--blue);
  }

  .series-1 {
    fill: var(--yellow);
  }

  .series-2 {
    fill: color-mix(in srgb, var(--purple) 70%, var(--paper));
  }

  .series-3 {
    fill: var(--ink);
  }

  .slope {
    opacity: 0.14;
  }

  .tone-neutral {
    fill: var(--neutral);
  }

  .tone-blue {
    fill: var(--blue);
  }

  .tone-purple {
    fill: var(--purple);
  }

  .tone-green {
    fill: var(--green);
  }

  .tone-red {
    fill: var(--red);
  }

  .whisker,
  .whisker-edge {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.25;
  }

  .whisker-edge {
    stroke: var(--paper);
    stroke-width: 3;
  }

  .mark {
    fill: transparent;
    outline: none;
  }

  .mark.shown {
    fill: var(--hover);
  }

  .mark:focus-visible {
    stroke: var(--focus);
  }

  .drawing {
    pointer-events: none;
  }

  .tooltip {
    display: grid;
    position: absolute;
    z-index: 1;
    width: max-content;
    max-width: min(100%, 40ch);
    padding: 4px 8px;
    border: 1px solid var(--hover-line);
    border-radius: 3px;
    background: var(--hover-paper);
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    color: var(--hover-ink);
    pointer-events: none;

    strong {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }
  }

  @media (forced-colors: active) {
    :is(bar-chart, trend-chart) svg {
      forced-color-adjust: none;
      --ink: CanvasText;
      --strong: CanvasText;
      --quiet: CanvasText;
      --paper: Canvas;
      --grid: color-mix(in srgb, CanvasText 30%, Canvas);
      --zero: CanvasText;
      --hover: Canvas;
      --focus: Highlight;
      --neutral: CanvasText;
      --blue: CanvasText;
      --purple: CanvasText;
      --green: CanvasText;
      --red: CanvasText;
    }

    .mark.shown {
      stroke: Highlight;
    }

    .point {
      fill: CanvasText;
    }
  }

  @media print {
    bar-chart,
    trend-chart {
      break-inside: avoid;
      print-color-adjust: exact;
    }

    .tooltip {
      display: none;
    }
  }
`;
