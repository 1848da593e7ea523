import { Module } from '@nestjs/common';
import { HolidaysResolver, HolidayYearResolver } from './holidays.resolver.js';
import { HolidaysService } from './holidays.service.js';
import {
  LawParameterResolver,
  LawParameterVersionResolver,
  ParametersResolver,
} from './parameters.resolver.js';
import { ParametersService } from './parameters.service.js';

@Module({
  providers: [
    ParametersService,
    HolidaysService,
    ParametersResolver,
    LawParameterResolver,
    LawParameterVersionResolver,
    HolidaysResolver,
    HolidayYearResolver,
  ],
})
export class LawModule {}
