import { Args, Query, Resolver } from '@nestjs/graphql';
import { CertificatesService } from './certificates/certificates.service.js';

/** What anybody may ask of a certificate. */
@Resolver()
export class PublicContractsResolver {
  constructor(private readonly certificates: CertificatesService) {}

  @Query()
  verifyCertificate(@Args('payload') payload: string) {
    return this.certificates.verify(payload);
  }
}
