/** One colour theme of each kind, and the class that a kind gives to VS Code's window and to a webview's body. */
export const themes = {
  dark: { name: 'Default Dark Modern', windowClass: 'vs-dark', webviewClass: 'vscode-dark' },
  light: { name: 'Default Light Modern', windowClass: 'vs', webviewClass: 'vscode-light' },
  highContrast: { name: 'Default High Contrast', windowClass: 'hc-black', webviewClass: 'vscode-high-contrast' },
  highContrastLight: {
    name: 'Default High Contrast Light',
    windowClass: 'hc-light',
    webviewClass: 'vscode-high-contrast-light',
  },
} as const;

export type ThemeKind = keyof typeof themes;
