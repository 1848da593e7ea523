import { odd, verbsOn, type Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

const SCORES = { EXPERTISE: 5, TIMELINESS: 4, HONESTY: 5, OUTCOME: 3 };

/** The demo broker's entry in the register. */
export async function demoBroker({ city }: Pick<Cast, 'city'>): Promise<string> {
  const { myBroker } = await city.who('broker').query<{ myBroker: { id: string } }>('{ myBroker { id } }');
  return myBroker.id;
}

/** Every verb of ratings: a side of the signed deal rates its broker, who answers; the bureau hides and shows. */
export async function tryRatings(cast: Cast, deal: Subject): Promise<void> {
  const { trials, office, broker, officer, outsiders } = cast;
  const verb = verbsOn(cast, 'brokerRating', (mutation) => /^[a-z]+/.exec(mutation)?.[0] ?? mutation);
  const rated = await trials.run({
    mutation: 'rateBroker',
    who: office,
    others: outsiders,
    input: {
      brokerId: await demoBroker(cast),
      dealId: deal.id,
      scores: SCORES,
      text: odd('沟通及时，熟悉合同条款'),
    },
  });
  const answered = await verb(broker, 'answerBrokerRating', rated, { input: { text: odd('感谢信任') } });
  const hidden = await verb(officer, 'hideBrokerRating', answered, {
    input: { text: odd('含有与服务无关的内容') },
  });
  await verb(officer, 'showBrokerRating', hidden);
}
