import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';

/** With the `u` flag a lone surrogate is a code point of category Cs. */
const WELL_FORMED = /^\P{Cs}*$/u;

const isUnstorable = (text: string): boolean => text.includes('\u0000') || !WELL_FORMED.test(text);

/** Names count as well: free-form JSON is kept with its own. Without recursion, since a value may be of any depth. */
function holdsUnstorable(root: unknown): boolean {
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && isUnstorable(value)) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (isUnstorable(name)) return true;
      waiting.push(inner);
    }
  }
  return false;
}

/** In a document such a character can only stand as an escape. */
function writesUnstorable(document: DocumentNode, source: string): boolean {
  if (!source.includes('\\u')) return false;
  let found = false;
  visit(document, {
    StringValue: ({ value }) => {
      found ||= isUnstorable(value);
    },
  });
  return found;
}

/**
 * PostgreSQL stores neither U+0000 nor half a surrogate pair; text with them is refused before anything is done,
 * whether it comes as a variable or is written into the document.
 */
export const storable: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, request, source }) => {
        if (holdsUnstorable(request.variables) || writesUnstorable(document, source ?? ''))
          return Promise.reject(
            new GraphQLError('内容含有无法保存的字符（空字符或残缺的字符），请删除后重试', {
              extensions: { code: 'BAD_USER_INPUT' },
            }),
          );
        return Promise.resolve();
      },
    }),
};
