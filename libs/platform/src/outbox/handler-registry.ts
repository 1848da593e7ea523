import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import {
  CONSUMERS,
  JOB_TYPES,
  type DomainEvent,
  type DomainName,
  type EventType,
  type HandlerName,
} from '@jihui/events';
import { Served } from '../served.js';
import type { Tx } from '../db/tx.js';
import {
  EVENT_HANDLER,
  JOB_HANDLER,
  SCHEDULE,
  type EventHandlerMark,
  type JobHandlerMark,
  type ScheduleMark,
} from './handlers.js';

export interface EventHandler {
  readonly mark: EventHandlerMark;
  readonly run: (event: DomainEvent, tx: Tx) => Promise<void>;
}
export interface JobHandler {
  readonly mark: JobHandlerMark;
  readonly schedule: string | null;
  readonly run: (payload: unknown, tx: Tx) => Promise<void>;
}

/** Finds the handlers of the domains served and checks them against the published map. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  readonly events = new Map<HandlerName, EventHandler>();
  readonly jobs = new Map<string, JobHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly served: Served,
  ) {}

  /** @throws Error naming every handler that is missing, doubled or not published: the boot stops. */
  onModuleInit(): void {
    const problems: string[] = [];
    for (const wrapper of this.discovery.getProviders()) {
      const instance = wrapper.instance as Record<string, unknown> | null | undefined;
      if (instance === null || typeof instance !== 'object' || !wrapper.isDependencyTreeStatic()) continue;
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (prototype === null) continue;
      for (const key of this.scanner.getAllMethodNames(prototype)) this.collect(instance, key, problems);
    }
    problems.push(...this.unmatched());
    if (problems.length > 0) throw new Error(`event and job map:\n${problems.join('\n')}`);
  }

  private collect(instance: Record<string, unknown>, key: string, problems: string[]): void {
    const method = instance[key];
    if (typeof method !== 'function') return;
    const event = Reflect.getMetadata(EVENT_HANDLER, method) as EventHandlerMark | undefined;
    if (event !== undefined) {
      if (this.events.has(event.name)) problems.push(`${event.name} has two handlers`);
      if (!CONSUMERS[event.type].includes(event.name))
        problems.push(`${event.name} does not stand in CONSUMERS['${event.type}']`);
      this.events.set(event.name, { mark: event, run: method.bind(instance) as EventHandler['run'] });
    }
    const job = Reflect.getMetadata(JOB_HANDLER, method) as JobHandlerMark | undefined;
    if (job !== undefined) {
      if (this.jobs.has(job.type)) problems.push(`job ${job.type} has two handlers`);
      const schedule = Reflect.getMetadata(SCHEDULE, method) as ScheduleMark | undefined;
      this.jobs.set(job.type, {
        mark: job,
        schedule: schedule?.pattern ?? null,
        run: method.bind(instance) as JobHandler['run'],
      });
    }
  }

  private unmatched(): string[] {
    const events = (Object.keys(CONSUMERS) as EventType[]).flatMap((type) =>
      CONSUMERS[type]
        .filter((name) => this.isServed(name))
        .filter((name) => this.events.get(name)?.mark.type !== type)
        .map((name) => `${name} (${type}) has no handler`),
    );
    const jobs = JOB_TYPES.filter((type) => this.isServed(type))
      .filter((type) => !this.jobs.has(type))
      .map((type) => `job ${type} has no handler`);
    return [...events, ...jobs];
  }

  private isServed(name: HandlerName): boolean {
    return this.served.has(name.split('.')[0] as DomainName);
  }
}
