import { readFileSync } from 'node:fs';
import { getStitchedSchemaFromSupergraphSdl } from '@graphql-tools/federation';
import {
  isScalarType,
  valueFromASTUntyped,
  type GraphQLScalarType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import type { DomainName } from '@jihui/events';
import { ActorSeal } from '../auth/actor-seal.js';
import type { Config } from '../config/config.js';
import { scalars } from '../graph/scalars.js';
import { serviceExecutor } from './service-executor.js';

/** The services' schemas composed into one: generated from the SDL files, committed, held against schema/all.graphql. */
export const SUPERGRAPH = 'schema/supergraph.graphql';

/** The whole graph, each part of it answered by its domain's service. */
export function supergraph(config: Config, file = SUPERGRAPH): GraphQLSchema {
  const seal = new ActorSeal(config);
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl: readFileSync(file, 'utf8'),
    batch: true,
    onSubschemaConfig: (part) => {
      const name = part.name.toLowerCase() as DomainName;
      const address = config.services.get(name);
      if (address === undefined) throw new Error(`no service of ${name}`);
      part.executor = serviceExecutor(name, address, seal);
    },
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type) && type.name in scalars)
      checkOnly(type, scalars[type.name as keyof typeof scalars]);
  return schema;
}

/** Here a value is checked and passed on as it was written: the service that takes it reads it. */
function checkOnly(passed: GraphQLScalarType, own: GraphQLScalarType): void {
  passed.serialize = (value) => value;
  passed.parseValue = (value) => {
    own.parseValue(value);
    return value;
  };
  passed.parseLiteral = (node: ValueNode, variables) => {
    own.parseLiteral(node, variables);
    return valueFromASTUntyped(node, variables);
  };
}
