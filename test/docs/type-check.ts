/** Type-checks blocks of TypeScript under the repository's own strict settings, without writing a file. */
import { join } from "node:path";
import ts from "typescript";
import { type Block, root } from "./blocks.js";

/** What TypeScript says of the blocks, each line with its place; empty when all is well. */
export function typeCheck(blocks: readonly Block[]): string[] {
  const sources = new Map(blocks.map((block, i) => [join(root, `example-${i}.ts`), block]));
  const options: ts.CompilerOptions = { ...repositoryOptions(), noUnusedLocals: false, noUnusedParameters: false };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  // A block without an import is a module too: two blocks may declare the same name.
  const textOf = (path: string) => {
    const block = sources.get(path);
    return block && `${block.text}\nexport {};\n`;
  };
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => textOf(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = textOf(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].flatMap(([path, block]) => {
    const source = program.getSourceFile(path) as ts.SourceFile;
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return diagnostics.map((diagnostic) => {
      const { line } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return `${block.file}:${block.line + line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
    });
  });
}

function repositoryOptions(): ts.CompilerOptions {
  const file = join(root, "tsconfig.json");
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, root).options;
}
