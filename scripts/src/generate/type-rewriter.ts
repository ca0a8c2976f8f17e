import ts from "typescript";
import { commentBody } from "./doc-comment.ts";

/** `input`: optional fields may be given as undefined, and arrays are not written to. */
export type Usage = "input" | "answer";

/** The name in `components["schemas"]["Name"]`. */
function referredName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { indexType } = node;
  return ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal) ? indexType.literal.text : undefined;
}

/** The names of the schemas that a type is made of. */
export function referencesOf(type: ts.TypeNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = referredName(node);
    if (name === undefined) ts.forEachChild(node, visit);
    else names.add(name);
  };
  visit(type);
  return names;
}

/** Turns a type of openapi-typescript into one that stands alone. */
export class TypeRewriter {
  readonly #docs: ReadonlyMap<ts.Node, readonly string[]>;
  readonly #usage: Usage;

  constructor(docs: ReadonlyMap<ts.Node, readonly string[]>, usage: Usage) {
    this.#docs = docs;
    this.#usage = usage;
  }

  type(type: ts.TypeNode): ts.TypeNode {
    return this.#visit(type) as ts.TypeNode;
  }

  readonly #visit = (node: ts.Node): ts.Node => {
    const name = referredName(node);
    if (name !== undefined) return ts.factory.createTypeReferenceNode(name);
    const visited = ts.visitEachChild(node, this.#visit, undefined);
    if (ts.isPropertySignature(visited)) return this.#property(visited, this.#docs.get(node) ?? []);
    if (ts.isArrayTypeNode(visited)) return this.#array(visited);
    return ts.isTypeLiteralNode(visited) ? recordOf(visited) : visited;
  };

  #array(type: ts.ArrayTypeNode): ts.TypeNode {
    return this.#usage === "input" ? ts.factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, type) : type;
  }

  #property({ name, questionToken, type }: ts.PropertySignature, comment: readonly string[]): ts.PropertySignature {
    const nothing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
    const mayBeUndefined = this.#usage === "input" && questionToken !== undefined && type !== undefined;
    const given = mayBeUndefined ? ts.factory.createUnionTypeNode([type, nothing]) : type;
    const property = ts.factory.createPropertySignature(undefined, name, questionToken, given);
    const body = commentBody(comment);
    if (body === undefined) return property;
    return ts.addSyntheticLeadingComment(property, ts.SyntaxKind.MultiLineCommentTrivia, body, true);
  }
}

/** `Record<string, unknown>` for an object of which nothing more is known than that it is one. */
function recordOf(literal: ts.TypeLiteralNode): ts.TypeNode {
  const [only, ...others] = literal.members;
  if (only === undefined || others.length > 0 || !ts.isIndexSignatureDeclaration(only)) return literal;
  const key = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return ts.factory.createTypeReferenceNode("Record", [key, only.type]);
}
