/**
 * One colour theme of each kind: its name in VS Code's list of themes, and the class that its kind gives to the window
 * and to the body of a webview.
 */
export const themes = {
  dark: { name: 'Dark Modern', windowClass: 'vs-dark', webviewClass: 'vscode-dark' },
  light: { name: 'Light Modern', windowClass: 'vs', webviewClass: 'vscode-light' },
  highContrast: { name: 'Dark High Contrast', windowClass: 'hc-black', webviewClass: 'vscode-high-contrast' },
  highContrastLight: {
    name: 'Light High Contrast',
    windowClass: 'hc-light',
    webviewClass: 'vscode-high-contrast-light',
  },
} as const;

export type ThemeKind = keyof typeof themes;
