import { Module } from '@nestjs/common';
import { Corpora } from './corpora.js';
import { ExpertMatchesQueries } from './experts/expert-matches.queries.js';
import {
  ExpertMatchResolver,
  ExpertNeedsResolver,
  ExpertPairsResolver,
  ExpertRecommendationResolver,
  NeedExpertsResolver,
} from './experts/expert-matches.resolver.js';
import { ExpertPairsService } from './experts/expert-pairs.service.js';
import { ExpertRecommender } from './experts/expert-recommender.js';
import { ExpertRanking } from './experts/expert-ranking.js';
import { Indexing } from './indexing.js';
import { MatchingHandlers } from './matching.handlers.js';
import { MatchingQueries } from './matching.queries.js';
import {
  ManualMatchResolver,
  MatchPartResolver,
  MatchingResolver,
  MatchResolver,
  NeedMatchesResolver,
  RecommendationResolver,
  ResultMatchesResolver,
} from './matching.resolver.js';
import { MatchingService } from './matching.service.js';
import { MatchingModelResolver } from './models.resolver.js';
import { ModelsService } from './models.service.js';
import { BoardQueries } from './board/board.queries.js';
import { BoardResolver, UnmatchedNeedResolver } from './board/board.resolver.js';
import { BoardStore } from './store/board.store.js';
import { PatentMatchesQueries } from './patents/patent-matches.queries.js';
import {
  NeedPatentsResolver,
  PatentMatchResolver,
  PatentNeedsResolver,
  PatentPairResolver,
} from './patents/patent-matches.resolver.js';
import { PatentRecommender } from './patents/patent-recommender.js';
import { PatentRanking } from './patents/patent-ranking.js';
import { Night } from './night.js';
import { Ranking } from './ranking.js';
import { Recommender } from './recommender.js';
import { SettingsReader } from './settings.js';
import { Comparison } from './training/comparison.js';
import { Evaluations } from './training/evaluations.js';
import { Judged } from './training/judged.js';
import { TrainingMaterial } from './training/material.js';
import { RankerTraining } from './training/ranker-training.js';
import { Training } from './training/training.js';
import { EvaluationsStore } from './store/evaluations.store.js';
import { ExpertPairsStore } from './store/expert-pairs.store.js';
import { Embeddings } from './embeddings/embeddings.js';
import { EmbeddingsStore } from './store/embeddings.store.js';
import { ExpertsStore } from './store/experts.store.js';
import { ListingsStore } from './store/listings.store.js';
import { ModelsStore } from './store/models.store.js';
import { PatentPairsStore } from './store/patent-pairs.store.js';
import { WaitingStore } from './store/waiting.store.js';
import { PatentsStore } from './store/patents.store.js';
import { PairsStore } from './store/pairs.store.js';
import { WarmUp } from './warm-up.js';

@Module({
  providers: [
    ListingsStore,
    ExpertsStore,
    ExpertPairsStore,
    PairsStore,
    PatentsStore,
    PatentPairsStore,
    WaitingStore,
    Night,
    PatentRecommender,
    BoardStore,
    BoardQueries,
    BoardResolver,
    UnmatchedNeedResolver,
    PatentRanking,
    PatentMatchesQueries,
    PatentMatchResolver,
    PatentPairResolver,
    NeedPatentsResolver,
    PatentNeedsResolver,
    ModelsStore,
    EmbeddingsStore,
    Embeddings,
    Training,
    TrainingMaterial,
    Comparison,
    Evaluations,
    EvaluationsStore,
    Judged,
    RankerTraining,
    ModelsService,
    MatchingModelResolver,
    SettingsReader,
    Corpora,
    WarmUp,
    Ranking,
    Recommender,
    Indexing,
    MatchingQueries,
    MatchingService,
    MatchingHandlers,
    MatchingResolver,
    MatchResolver,
    ManualMatchResolver,
    MatchPartResolver,
    RecommendationResolver,
    NeedMatchesResolver,
    ResultMatchesResolver,
    ExpertRanking,
    ExpertMatchesQueries,
    ExpertRecommender,
    ExpertPairsService,
    ExpertPairsResolver,
    ExpertRecommendationResolver,
    ExpertMatchResolver,
    NeedExpertsResolver,
    ExpertNeedsResolver,
  ],
})
export class MatchingModule {}
