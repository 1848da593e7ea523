import ts from 'typescript';
import { filesBelow, textOf } from './sources.js';

const HAN = /\p{Script=Han}/u;

/**
 * Functions that take a sentence for whoever is refused, or the word that stands in one, with the places of those
 * arguments. A new helper of this kind is named here.
 */
const TAKES: Readonly<Record<string, readonly number[]>> = {
  DomainError: [1],
  violation: [2],
  notFound: [0],
  deny: [0],
  verdict: [1],
  add: [2],
  when: [3],
  text: [1],
  optionalText: [1],
  texts: [1],
  items: [1],
  codeOf: [1],
  codesFrom: [2],
  fen: [1],
  link: [1],
  count: [1],
  long: [1],
  named: [1],
  after: [1],
  amount: [1, 2],
  code: [1],
  pattern: [1, 4],
  check: [1],
  hitIf: [2],
  missing: [1],
  required: [1, 2],
  longEnough: [1],
  about: [1],
  splitUnder: [3],
  wrong: [1, 2],
  whole: [1],
  bad: [2],
  problem: [1],
  problemOf: [1],
  notYetKnown: [0],
  alreadyEntered: [0],
  refusing: [2],
  refuse: [0, 1],
  failed: [0, 1],
  unreadable: [0],
  reasonOf: [1],
  said: [1],
  open: [3],
  find: [2],
  seen: [3],
  finding: [2],
};
/** Properties that hold such a sentence. */
const HOLDS = ['message', 'problem', 'limits'];

type Literal = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;
const isLiteral = (node: ts.Node): node is Literal =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The sentence with `{0}`, `{1}` … where it takes up something. */
const patternOf = (node: Literal): string =>
  ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('')
    : node.text;

const nameOf = ({ expression }: ts.CallExpression | ts.NewExpression): string =>
  ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
      ? expression.text
      : '';

/** Sources of what refuses: no seeds, migrations, generated code, nor the check of the audit chain, which is a command's. */
const SOURCES = filesBelow('libs', /(?<!spec|\.gen)\.ts$/).filter(
  (file) =>
    /^libs\/\w+\/src\//.test(file) &&
    !/\/(seed|migrations|audit)\//.test(file) &&
    !/^libs\/(testing|proofs)\//.test(file),
);

const parsed = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);

function visitAll(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visitAll(child, look));
}

function literalsIn(node: ts.Node): string[] {
  const found: string[] = [];
  visitAll(node, (one) => {
    if (isLiteral(one) && HAN.test(patternOf(one))) found.push(patternOf(one));
  });
  return found;
}

/** The literals below that are themselves said: what is handed to another function there is that function's. */
function saidIn(node: ts.Node): string[] {
  if (isLiteral(node)) {
    const inside = ts.isTemplateExpression(node)
      ? node.templateSpans.flatMap(({ expression }) => saidIn(expression))
      : [];
    return [patternOf(node), ...inside];
  }
  if (ts.isCallExpression(node) && !ts.isPropertyAccessExpression(node.expression)) return [];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...saidIn(child)));
  return found;
}

function partsThatAreSaid(node: ts.Node): readonly ts.Node[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const name = nameOf(node);
    const places = Object.hasOwn(TAKES, name) ? (TAKES[name] ?? []) : [];
    return places.flatMap((place) => node.arguments?.[place] ?? []);
  }
  if (ts.isPropertyAssignment(node) && HOLDS.includes(node.name.getText())) return [node.initializer];
  return ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say' ? [node.template] : [];
}

/** Every sentence that the domains may refuse with, and where. */
export function serverSentences(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of SOURCES)
    visitAll(parsed(file), (node) => {
      for (const part of partsThatAreSaid(node))
        for (const sentence of saidIn(part)) if (HAN.test(sentence)) found.set(sentence, file);
    });
  return found;
}

/** Properties that hold what the platform notes itself, in a history or as evidence. */
const NOTED = ['reason', 'evidence', 'annulledReason', 'recusal'];

/** What the platform notes itself, and where. */
export function serverNotes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of SOURCES)
    visitAll(parsed(file), (node) => {
      if (!ts.isPropertyAssignment(node) || !NOTED.includes(node.name.getText())) return;
      for (const note of saidIn(node.initializer)) if (HAN.test(note)) found.set(note, file);
    });
  return found;
}

/** Every text in Chinese that the domains hold at all, by which stale words are found. */
export const serverTexts = (): ReadonlySet<string> =>
  new Set(
    [...SOURCES, ...filesBelow('libs/kernel/src', /codes\.ts$/)].flatMap((file) => literalsIn(parsed(file))),
  );

/** Sentences with facts that were not made by `say`: they reach the reader without them. */
export function withoutFacts(): readonly string[] {
  const found: string[] = [];
  for (const file of SOURCES)
    visitAll(parsed(file), (node) => {
      if (!(ts.isCallExpression(node) || ts.isNewExpression(node))) return;
      if (!['DomainError', 'violation', 'deny', 'when', 'add'].includes(nameOf(node))) return;
      for (const part of partsThatAreSaid(node))
        if (ts.isTemplateExpression(part) && HAN.test(part.getText()))
          found.push(`${file}: ${part.getText()}`);
    });
  return found;
}
