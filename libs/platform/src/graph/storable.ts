import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';
import { holdsUnstorable, isUnstorable } from '../unstorable.js';

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
