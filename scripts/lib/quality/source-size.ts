import ts from "typescript";

/** A function with a body. */
export interface FunctionSize {
  readonly name: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly lines: number;
}

/** What one source file measures. */
export interface SourceSize {
  readonly file: string;
  readonly lines: number;
  readonly functions: readonly FunctionSize[];
  /** Lines on which the type `any` is written. */
  readonly anyLines: readonly number[];
  readonly hasDefaultExport: boolean;
}

/** Measures one file's text. */
export function measureSource(file: string, text: string): SourceSize {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const nodes = descendants(source);
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  return {
    file,
    lines: text.trimEnd().split("\n").length,
    functions: nodes.filter(hasBody).map((node) => {
      const line = lineAt(node.getStart());
      return { name: nameOf(node), line, lines: lineAt(node.getEnd()) - line + 1 };
    }),
    anyLines: nodes.filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword).map((node) => lineAt(node.getStart())),
    hasDefaultExport: nodes.some(isDefaultExport),
  };
}

function descendants(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (child: ts.Node): void => {
    found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function hasBody(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

/** The function's own name, else that of the constant or member that holds it. */
function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return "constructor";
  const holder: ts.Node = node.parent;
  if (node.name) return node.name.getText();
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder))
    return holder.name.getText();
  return "a function without name";
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return !node.isExportEquals;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}
