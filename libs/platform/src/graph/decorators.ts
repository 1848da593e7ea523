import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import type { GraphContext } from './context.js';

/** The actor of a resolver: always its first argument. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    GqlExecutionContext.create(context).getContext<GraphContext>().actor,
);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once a request by the platform's hook. */
    actor?: Actor;
  }
}

/** The actor of a REST controller's method. */
export const RequestActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new Error('the authentication hook did not run');
  return actor;
});
