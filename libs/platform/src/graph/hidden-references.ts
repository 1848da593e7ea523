import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { formatError, FROM } from './errors.js';

const NOTHING_THERE = /^Cannot return null for non-nullable field /;

/**
 * A reference to what the reader may not see: its owner's service answers nothing, and the composed schema then misses the
 * fields that such a thing would have. In one process the reference is null and nobody speaks of an error; here neither.
 * A service that answers null where it may not says so itself, and that stays.
 */
export const isHiddenReference = ({ message, extensions }: GraphQLFormattedError): boolean =>
  NOTHING_THERE.test(message) && extensions?.[FROM] === undefined;

/** Leaves them out of the answer. */
export const hiddenReferences: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind !== 'single' || body.singleResult.errors === undefined) return Promise.resolve();
        const { errors, ...rest } = body.singleResult;
        const told = errors.filter((error) => !isHiddenReference(error));
        body.singleResult = told.length === 0 ? rest : { ...rest, errors: told };
        return Promise.resolve();
      },
    }),
};

/** How the gateway's errors become an answer: those are left as they are, for the plugin to know them. */
export const formatOfGateway: typeof formatError = (formatted, thrown) =>
  isHiddenReference(formatted) ? formatted : formatError(formatted, thrown);
