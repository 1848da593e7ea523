import type { ApolloServerPlugin } from '@apollo/server';
import { logDefect } from '../logging/logger.js';
import { notedOutage } from '../outage.js';
import type { GraphQLError } from 'graphql';
import type { GraphContext } from './context.js';
import { defectIn } from './errors.js';

/**
 * Writes each defect to the log under the id of its request; the answer says only that there was one.
 * @param isNone what looks like a defect and is none
 */
export const logDefects = (
  isNone: (error: GraphQLError) => boolean = () => false,
): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          const defect = defectIn(error, error.extensions['code']);
          const { log } = contextValue.request;
          if (defect === undefined || isNone(error) || notedOutage(defect, (line) => log.error(line)))
            continue;
          logDefect(log, defect, { operation: operationName });
        }
        return Promise.resolve();
      },
    }),
});
