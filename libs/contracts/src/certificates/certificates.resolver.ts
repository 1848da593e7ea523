import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { CertificatesService } from './certificates.service.js';

/** The certificate of a contract, and what anybody may ask of one. */
@Resolver('Contract')
export class CertificatesResolver {
  constructor(private readonly certificates: CertificatesService) {}

  @Query()
  verifyCertificate(@Args('payload') payload: string) {
    return this.certificates.verify(payload);
  }

  @ResolveField()
  async certificate(@Parent() view: ContractView, @Context() context: GraphContext) {
    const { certificateVersion: version } = view.contract;
    if (version === 0) return null;
    const issued = await this.certificates.versions(context, view.id);
    const address = `/files/contracts/certificates/${view.id}`;
    const versions = issued.map((each) => ({
      version: each.version,
      issuedAt: each.issuedAt,
      status: each.ended ?? 'VALID',
      url: `${address}/${each.version}`,
    }));
    const [newest] = issued;
    if (newest?.version !== version) return { version, issuedAt: null, url: null, verifyUrl: null, versions };
    const verifyUrl = this.certificates.verifyUrl(newest.token);
    return { version, issuedAt: newest.issuedAt, url: address, verifyUrl, versions };
  }
}
