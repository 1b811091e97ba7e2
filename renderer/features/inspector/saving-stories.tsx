/** Behind a pound of saving: the pot it draws on, the blocks, the lag and the evidence, scheme by scheme. */
import type { SavingStory } from '../../../shared/report/view-types';
import { EvidenceText } from './evidence-text';

export function SavingStories({ stories }: { readonly stories: readonly SavingStory[] }) {
  return stories.map((story) => (
    <section key={story.scheme} className="fb-saving">
      <h3>Behind {story.name}</h3>
      <dl>
        <dt>Pot</dt>
        {story.pots.length > 0 ? (
          story.pots.map((pot) => <dd key={pot}>{pot}</dd>)
        ) : (
          <dd>It draws on none.</dd>
        )}
        <dt>Block</dt>
        <dd>{story.blocks}</dd>
        <dt>Lag</dt>
        <dd>{story.timing}</dd>
        <dt>Evidence</dt>
        {story.evidence.length > 0 ? (
          story.evidence.map(({ id, for: lines, finding }) => (
            <dd key={id}>
              <EvidenceText text={`${id}, for ${lines.join('; ')}: ${finding}`} />
            </dd>
          ))
        ) : (
          <dd>None is cited.</dd>
        )}
      </dl>
    </section>
  ));
}
