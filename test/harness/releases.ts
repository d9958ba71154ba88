/** The two ends of what the extension supports; `code-server` is the npm package that holds each. */
export const releases = {
  newest: { vscode: '1.139.1', codeServer: '4.139.1', nodeMajor: 24 },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', nodeMajor: 20 },
} as const;

export type ReleaseName = keyof typeof releases;

/** Reads a release's name from a command line. */
export function releaseNamed(name: string): ReleaseName {
  if (name in releases) return name as ReleaseName;
  throw new Error(`There is no release "${name}": it is one of ${Object.keys(releases).join(', ')}.`);
}
