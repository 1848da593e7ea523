import type { FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { handedOn } from '../tracing/spans.js';
import { SEALED_ACTOR, type ActorSeal } from '../auth/actor-seal.js';
import { stepCookies } from '../auth/step-cookie.js';

/**
 * What a service is told of the request that it helps to answer: who asks, from where, with which program, and how far
 * whoever is on the way in has come.
 */
export function forwardedHeaders(
  request: FastifyRequest,
  actor: Actor,
  seal: ActorSeal,
): Record<string, string> {
  const { credential } = request;
  return {
    [SEALED_ACTOR]: seal.seal({ actor, credential }, Date.now()),
    ...handedOn(),
    ...stepCookies(request.cookies),
    'x-forwarded-for': request.ip,
    'x-request-id': request.id,
    'user-agent': request.headers['user-agent'] ?? '',
  };
}
