import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import { today } from '../analytics/period';
import { verdictSentence } from '../analytics/testWords';
import { periodName } from '../analytics/words';
import { parseCampaignId } from '../campaigns/campaignId';
import type { CampaignState, CampaignStore } from '../campaigns/store';
import { isTestFile, type TestFiles } from '../campaigns/testFiles';
import { checkSize } from '../testFiles/checkPlan';
import { checkTestFile, type Known } from '../testFiles/checkTestFile';
import type { Flaw } from '../testFiles/flaw';
import { isDue, lensParts } from '../testFiles/lensWords';
import type { Place } from '../testFiles/readJson';
import { readTestFile, type TestFile } from '../testFiles/testFile';
import { TEST_FILES } from '../testFiles/testFilePattern';
import { stepFor } from '../testFiles/testedStep';
import { COMMANDS } from './commandIds';
import { withoutIcons } from './plainText';

/** What stands in and above an open test file: the verdict, what is wrong, and what would be right. */
export class TestFileViews implements vscode.CodeLensProvider, vscode.CodeActionProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  readonly diagnostics = vscode.languages.createDiagnosticCollection('sendkit');
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly store: CampaignStore,
    private readonly files: Pick<TestFiles, 'list' | 'onDidChange'>,
    private readonly format: Format,
  ) {
    const { languages, workspace } = vscode;
    const checkAll = (): void => this.checkAll();
    const check = (document: vscode.TextDocument): void => this.check(document);
    this.subscription = vscode.Disposable.from(
      ...[this.changed, this.diagnostics],
      languages.registerCodeLensProvider({ pattern: TEST_FILES }, this),
      languages.registerCodeActionsProvider({ pattern: TEST_FILES }, this),
      store.onDidChange(checkAll),
      files.onDidChange(checkAll),
      workspace.onDidOpenTextDocument(check),
      workspace.onDidChangeTextDocument(({ document }) => check(document)),
      workspace.onDidCloseTextDocument(checkAll),
    );
    checkAll();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** What is kept on disk tells which campaigns are loaded. Nothing is asked for. */
  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    await this.store.ready();
    const file = fileIn(document);
    return file ? this.lenses(file, document.uri) : [];
  }

  private lenses(file: TestFile, uri: vscode.Uri): vscode.CodeLens[] {
    const { format } = this;
    const id = idIn(file);
    if (!id.ok) return [];
    const row = { campaignId: id.id };
    const lens = (title: string, command: string, argument?: unknown, tooltip = ''): vscode.CodeLens =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        ...{ title: withoutIcons(title), command, tooltip },
        arguments: [argument],
      });

    const state = this.store.get(id.id);
    if (!state?.report) {
      return [
        state?.loading
          ? lens(l10n.t('loading…'), '')
          : lens(state?.problem?.message ?? l10n.t('Load Campaign'), COMMANDS.loadCampaign, row),
      ];
    }
    const test = stepFor(file, state.report)?.test;
    if (!test) return [lens(l10n.t('Open Report'), COMMANDS.openReport, row)];
    const day = today(Date.now());
    const title = [...aside(state, format), ...lensParts(file, test, day, format)].join(' · ');
    return [
      lens(title, COMMANDS.openReport, row, verdictSentence(test, format)),
      ...(isDue(file, test, day) ? [lens(l10n.t('Record Decision'), COMMANDS.recordDecision, uri)] : []),
    ];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    return this.flawsOf(document).flatMap(({ place, choices }) => {
      const wrong = rangeOf(document.getText(), place);
      if (!wrong.intersection(range)) return [];
      return choices.map(({ title, text }) => {
        const edit = new vscode.WorkspaceEdit();
        edit.replace(document.uri, wrong, text);
        const action = new vscode.CodeAction(withoutIcons(title), vscode.CodeActionKind.QuickFix);
        return Object.assign(action, {
          edit,
          diagnostics: vscode.languages.getDiagnostics(document.uri).filter((said) => said.range.isEqual(wrong)),
        });
      });
    });
  }

  /** Files that are not open can still contradict others. */
  private checkAll(): void {
    this.diagnostics.clear();
    for (const { uri, file } of this.files.list()) {
      this.show(uri, file.text, checkSize(file, this.others(uri), this.format));
    }
    vscode.workspace.textDocuments.forEach((document) => this.check(document));
    this.changed.fire();
  }

  private check(document: vscode.TextDocument): void {
    if (isTestFile(document)) this.show(document.uri, document.getText(), this.flawsOf(document));
  }

  private show(uri: vscode.Uri, text: string, flaws: readonly Flaw[]): void {
    this.diagnostics.set(
      uri,
      flaws.flatMap(({ place, message, severity }) => {
        if (message === undefined) return [];
        const diagnostic = new vscode.Diagnostic(
          rangeOf(text, place),
          message,
          vscode.DiagnosticSeverity[SEVERITIES[severity]],
        );
        return Object.assign(diagnostic, { source: 'SendKit' });
      }),
    );
  }

  private flawsOf(document: vscode.TextDocument): Flaw[] {
    const file = fileIn(document);
    return file ? checkTestFile(file, this.knownFor(document.uri, file)) : [];
  }

  private knownFor(uri: vscode.Uri, file: TestFile): Known {
    const id = idIn(file);
    const state = id.ok ? this.store.get(id.id) : undefined;
    return {
      campaigns: this.store.list(),
      report: state?.report ?? null,
      obstacle: id.ok ? obstacleOf(state) : { message: id.reason, severity: 'error' },
      others: this.others(uri),
      today: today(Date.now()),
      format: this.format,
    };
  }

  private others(uri: vscode.Uri): TestFile[] {
    return this.files.list().flatMap((other) => (other.uri.toString() === uri.toString() ? [] : other.file));
  }
}

const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Information' } as const;

function fileIn(document: vscode.TextDocument): TestFile | undefined {
  return isTestFile(document) ? readTestFile(document.getText(), document.uri.path) : undefined;
}

function idIn({ campaign = '' }: TestFile): ReturnType<typeof parseCampaignId> {
  return parseCampaignId(campaign);
}

/** Without a request, nobody knows whether SendKit has the campaign. */
function obstacleOf(state: CampaignState | undefined): Known['obstacle'] {
  if (!state) {
    return { message: l10n.t('This campaign is not loaded, so nothing can be checked.'), severity: 'information' };
  }
  const { problem } = state;
  return problem && { message: problem.message, severity: problem.kind === 'notFound' ? 'error' : 'warning' };
}

/** What figures are not of all time, or not of now. */
function aside({ period, problem }: CampaignState, format: Format): string[] {
  return [...(period.kind === 'all' ? [] : [periodName(period, format)]), ...(problem ? [problem.title] : [])];
}

/** Also of a file that is not open, which has no document to count its lines. */
function rangeOf(text: string, { start, end }: Place): vscode.Range {
  const position = (offset: number): vscode.Position => {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  };
  return new vscode.Range(position(start), position(end));
}
