// What the host writes before any data is there: the page's outline, and the rules for what it may load.

import { escapeHtml } from '../export/html/escapeHtml';

export interface ReportFrame {
  /** Random, a new one for each page: the only script that may run carries it. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `webview.cspSource`: where styles, fonts and images may come from. */
  readonly cspSource: string;
  /** BCP 47. */
  readonly lang: string;
}

/** The page's content security policy: its own script and stylesheets, nothing inline, nothing from elsewhere. */
export function reportContentPolicy({ nonce, cspSource }: Pick<ReportFrame, 'nonce' | 'cspSource'>): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** The page's HTML, without any data: a report comes by message once the page has said `ready`. Escapes its arguments. */
export function reportFrameHtml(frame: ReportFrame): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(frame.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(reportContentPolicy(frame))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SendKit</title>
<link rel="stylesheet" href="${escapeHtml(frame.styleUri)}">
</head>
<body>
<main id="report" aria-busy="true">${SKELETON}</main>
<script nonce="${escapeHtml(frame.nonce)}" src="${escapeHtml(frame.scriptUri)}"></script>
</body>
</html>
`;
}

const repeat = (times: number, markup: string): string => markup.repeat(times);

/** Where the report will be: the page moves `.skeleton-body` below the name until the first report is there. */
const SKELETON = `
<div class="skeleton-head" aria-hidden="true"><i class="bone bone-title"></i><i class="bone bone-line"></i></div>
<div class="skeleton-body" aria-hidden="true">
<div class="tiles">${repeat(8, '<div class="tile"><i class="bone bone-label"></i><i class="bone bone-number"></i><i class="bone bone-line"></i></div>')}</div>
<div class="skeleton-chart"><i class="bone bone-heading"></i>${repeat(5, '<i class="bone bone-bar"></i>')}</div>
</div>
`;
