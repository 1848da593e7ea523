import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@jihui/platform';
import type { Credential } from '../core/brokers/records.js';
import { ScansService } from './scans.service.js';

/** 等级证书. */
@Resolver('BrokerCredential')
export class CredentialResolver {
  constructor(private readonly scans: ScansService) {}

  /** The view has left the id out for whoever may not read the file. */
  @ResolveField()
  async scan(@Parent() { scanId }: Credential, @Context() context: GraphContext) {
    if (scanId == null) return null;
    const found = await context.load('discovery.scans', (ids) => this.scans.named(ids), scanId);
    if (found === undefined) return null;
    const { id, name, size, type } = found;
    return { id, name, size, type, url: `/files/discovery/${id}` };
  }
}
