import * as monaco from "monaco-editor/editor.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/contextmenu/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/gotoError/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/parameterHints/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/snippet/register.js";
// Not among the features that can be registered one by one.
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/wordHighlighter/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import {
  getTypeScriptWorker,
  ModuleKind,
  ScriptTarget,
  type ModuleResolutionKind,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register.js";

/** The declarations of the packages, as the build wrote them: files, and which file a package's name leads to. */
export interface Declarations {
  readonly files: Readonly<Record<string, string>>;
  readonly paths: Readonly<Record<string, string>>;
}

/** What TypeScript finds with the types, and an engine when it reads the program: names declared twice, stray `await`. */
const refusedByEngines = new Set([2300, 2451, 1308]);

/** The editor, and what the playground wants of it. */
export interface Editor {
  get text(): string;
  /** Shows another program; what was done to the one before cannot be undone any more. */
  open(program: string): void;
  /** Replaces the program, as a step that can be undone. */
  replace(program: string): void;
  /**
   * The program as JavaScript.
   *
   * @throws {SyntaxError} naming the lines that cannot be read. Wrong types are shown in the editor, and run.
   */
  compile(): Promise<string>;
  onRun(run: () => void): void;
}

/** Makes an editor that knows the types of the packages. `assets` is the folder that holds the workers. */
export function createEditor(host: HTMLElement, assets: URL, declarations: Declarations): Editor {
  self.MonacoEnvironment = {
    getWorker: (_, label) =>
      new Worker(new URL(label === "typescript" ? "ts.worker.js" : "editor.worker.js", assets), { type: "module" }),
  };
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    // `bundler`, which the editor's own list of kinds lacks.
    moduleResolution: 100 as ModuleResolutionKind,
    // `force`: every program is a module.
    moduleDetection: 3,
    strict: true,
    baseUrl: "file:///",
    paths: Object.fromEntries(Object.entries(declarations.paths).map(([name, file]) => [name, [file]])),
  });
  typescriptDefaults.setEagerModelSync(true);
  for (const [file, text] of Object.entries(declarations.files)) typescriptDefaults.addExtraLib(text, file);

  const uri = monaco.Uri.parse("file:///program.ts");
  const model = monaco.editor.createModel("", "typescript", uri);
  const editor = monaco.editor.create(host, {
    model,
    automaticLayout: true,
    minimap: { enabled: false },
    fontSize: 14,
    lineNumbersMinChars: 3,
    scrollBeyondLastLine: false,
    tabFocusMode: true,
    ariaLabel: "Program. Tab leaves the editor; Control+M makes Tab indent.",
    accessibilitySupport: "auto",
    fixedOverflowWidgets: true,
  });

  editor.onDidContentSizeChange(({ contentHeight }) =>
    host.style.setProperty("--content-height", `${contentHeight}px`),
  );

  const followTheme = (): void =>
    monaco.editor.setTheme(document.documentElement.dataset.theme === "light" ? "vs" : "vs-dark");
  followTheme();
  new MutationObserver(followTheme).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  return {
    get text() {
      return model.getValue();
    },
    open: (program) => model.setValue(program),
    replace: (text) => {
      editor.pushUndoStop();
      editor.executeEdits("reset", [{ range: model.getFullModelRange(), text }]);
      editor.pushUndoStop();
    },
    async compile() {
      const worker = await (await getTypeScriptWorker())(uri);
      const unreadable = await worker.getSyntacticDiagnostics(uri.toString());
      const semantic = unreadable.length > 0 ? [] : await worker.getSemanticDiagnostics(uri.toString());
      const complaints = [...unreadable, ...semantic.filter(({ code }) => refusedByEngines.has(code))];
      if (complaints.length > 0) {
        const lines = complaints.map(({ start = 0, messageText }) => {
          const text = typeof messageText === "string" ? messageText : messageText.messageText;
          return `Line ${model.getPositionAt(start).lineNumber}: ${text}`;
        });
        throw new SyntaxError(lines.join("\n"));
      }
      const { outputFiles } = await worker.getEmitOutput(uri.toString());
      return outputFiles[0]?.text ?? "";
    },
    onRun: (run) => void editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, run),
  };
}
