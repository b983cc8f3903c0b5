/**
 * Runs an example: a block of TypeScript in which a statement may be followed, on its line or on the next, by what it
 * gives.
 *
 *     isOpen(office, friday); //=> true
 *     const due = addWorkingTime(office, friday, "4h");
 *     due;
 *     //=> "2026-11-23T12:00:00+08:00"
 *     compileCalendar("Mon-Fri"); //=> throws invalid_hours
 *
 * What stands behind `//=>` is an expression, compared with deep equality; of a declaration it is the value declared.
 */
import { transformSync } from "esbuild";
import ts from "typescript";
import { SlaError } from "../../src/errors.js";

/** What a statement gave, beside what it should give. */
export interface Outcome {
  /** The line of the block on which the statement starts; 1 is the first. */
  readonly line: number;
  readonly statement: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** The packages that examples may import, by name. */
export type Modules = Readonly<Record<string, object>>;

interface Expectation {
  readonly statement: ts.ExpressionStatement | ts.VariableStatement;
  readonly expected: string;
  /** The place of the text behind the statement, arrow and all. */
  readonly from: number;
  readonly to: number;
}

/**
 * Runs a block and gives every statement's outcome, in the order of running. An expectation that belongs to no
 * statement, or whose statement was never run, is an error.
 */
export function runExample(text: string, modules: Modules): Outcome[] {
  const source = ts.createSourceFile("example.ts", text, ts.ScriptTarget.ES2022, true);
  const expectations = expectationsIn(source);
  const written = text.match(ARROW)?.length ?? 0;
  if (written !== expectations.length) {
    throw new Error(
      `${written} times //=>, of which ${expectations.length} follow a statement on its line or the next`,
    );
  }
  const { code } = transformSync(instrumented(text, expectations), { loader: "ts", format: "cjs", target: "es2022" });
  const outcomes: Outcome[] = [];
  const check = (index: number, actual: () => unknown, expected: () => unknown): unknown => {
    const { statement, expected: words } = expectations[index] as Expectation;
    const line = source.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    const expectsThrow = /^throws (\w+)$/.exec(words)?.[1];
    const value = expectsThrow === undefined ? actual() : codeThrownBy(actual);
    outcomes.push({ line, statement: statement.getText(), actual: value, expected: expectsThrow ?? expected() });
    return value;
  };
  const require = (name: string): object => {
    const found = modules[name];
    if (found === undefined) throw new Error(`an example may import ${Object.keys(modules).join(", ")}, not ${name}`);
    return found;
  };
  new Function("require", "module", "exports", "__check", `"use strict";${code}`)(require, { exports: {} }, {}, check);
  const missed = expectations.length - new Set(outcomes.map(({ line, statement }) => `${line} ${statement}`)).size;
  if (missed > 0) throw new Error(`${missed} statements with //=> were never run`);
  return outcomes;
}

const ARROW = /\/\/=>/g;

function codeThrownBy(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SlaError) return error.code;
    throw error;
  }
  return "nothing was thrown";
}

/** The statements that a `//=>` follows, in the order of the text. */
function expectationsIn(source: ts.SourceFile): Expectation[] {
  const found: Expectation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) {
      const behind = /^[ \t]*(?:\n[ \t]*)?\/\/=>(.*)/.exec(source.text.slice(node.end));
      if (behind !== null) {
        const from = node.end;
        found.push({ statement: node, expected: (behind[1] as string).trim(), from, to: from + behind[0].length });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Of statements that end at one place the outermost is meant; a later one never starts before an earlier ends.
  return found.filter(({ to }, i) => found.findIndex((other) => other.to === to) === i);
}

function instrumented(text: string, expectations: readonly Expectation[]): string {
  let result = text;
  for (let i = expectations.length - 1; i >= 0; i--) {
    const { statement, expected, from, to } = expectations[i] as Expectation;
    const value = expected.startsWith("throws ") ? "undefined" : expected;
    const call = (actual: string) => `__check(${i}, () => (${actual}), () => (${value}));`;
    // An expectation ends its line, so what comes instead of it must not end in a comment of the same line.
    if (ts.isExpressionStatement(statement)) {
      result = result.slice(0, statement.getStart()) + call(statement.expression.getText()) + result.slice(to);
    } else {
      const [declaration] = statement.declarationList.declarations;
      result = `${result.slice(0, from)}; ${call((declaration as ts.VariableDeclaration).name.getText())}${result.slice(to)}`;
    }
  }
  return result;
}
