/** A report's panel as VS Code gives it back after a restart. Nothing happens to it. */
export function fakePanel() {
  const never = () => ({ dispose: () => undefined });
  return {
    visible: true,
    title: '',
    iconPath: {},
    onDidChangeViewState: never,
    onDidDispose: never,
    dispose: () => undefined,
    webview: {
      options: {},
      html: '',
      cspSource: 'https://host',
      asWebviewUri: ({ path }: { path: string }) => path,
      onDidReceiveMessage: never,
      postMessage: () => Promise.resolve(true),
    },
  };
}
