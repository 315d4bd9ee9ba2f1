import { memo, useId, useState } from 'react';
import type { Scenario, ScenarioRequest } from '#engine/scenario/scenario.ts';
import type { DocumentReport, Suggestions } from '#engine/study.ts';
import { Icon } from '#kit/Icon.tsx';
import { Link } from '#kit/Link.tsx';
import { RichText } from '#kit/RichText.tsx';
import { markedPhrase } from './ask.view.ts';
import type { DetailPlace, DetailTarget } from './detailTarget.ts';
import { RequestDetails } from './RequestDetails.tsx';
import { sessionOffer } from './requestEdits.ts';
import type { RequestEdit } from './requestEdits.ts';
import { RequestSentence } from './RequestSentence.tsx';
import { beyondTheSentence, principalSlot } from './requestSlots.ts';
import type { RequestProblem } from './requestSlots.ts';
import styles from './Request.module.css';

// Dear to draw, and mostly out of sight.
const StableDetails = memo(RequestDetails);

export interface RequestProps {
  readonly request: ScenarioRequest;
  readonly scenario: Scenario;
  readonly suggestions: Suggestions | null;
  readonly reports: readonly DocumentReport[];
  readonly problems: readonly RequestProblem[];
  readonly onEdit: (edit: RequestEdit) => void;
  /** Where the details are wanted, from outside: "Set" beside a key that would change the answer. */
  readonly target: DetailTarget | null;
  readonly onTarget: (place: DetailPlace) => void;
}

/** The question: one sentence, what is wrong with it, and its details in place. */
export function Request(props: RequestProps) {
  const { request, scenario, suggestions, reports, problems, onEdit, target, onTarget } = props;
  const [open, setOpen] = useState<{ readonly isOpen: boolean; readonly at: number | null }>({
    isOpen: false,
    at: null,
  });
  if (target !== null && target.at !== open.at) setOpen({ isOpen: true, at: target.at });
  const [offered, setOffered] = useState(suggestions);
  if (open.isOpen && offered !== suggestions) setOffered(suggestions);
  const id = useId();
  const offer = sessionOffer(request);
  return (
    <div className={styles.request}>
      <RequestSentence
        request={request}
        scenario={scenario}
        suggestions={suggestions}
        problems={problems}
        onEdit={onEdit}
        onEncryptionContext={(name) => onTarget({ kind: 'parameter', name })}
      />
      {problems.map(({ field, message }) => (
        <p key={`${field} ${message}`} className={styles.problem}>
          <Icon name="warning" size={14} />
          <span>
            <RichText phrase={markedPhrase(message)} />
          </span>
        </p>
      ))}
      {offer !== null && (
        <p className={styles.line}>
          A role makes requests through its sessions.{' '}
          <Link tone="soft" onPress={() => onEdit(offer.edit)}>
            Ask as {principalSlot(offer.principal).text}
          </Link>
        </p>
      )}
      <p className={styles.line}>
        {beyondTheSentence(request) ?? 'No further context'} ·{' '}
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open.isOpen}
          aria-controls={id}
          aria-label={open.isOpen ? 'Close the details of the request' : 'Edit the details of the request'}
          onClick={() => setOpen({ isOpen: !open.isOpen, at: open.at })}
        >
          {open.isOpen ? 'close' : 'edit'}
        </button>
      </p>
      {/* Kept while closed, so that a half-typed row is still there when it opens again. */}
      <div id={id} hidden={!open.isOpen}>
        <StableDetails
          request={request}
          scenario={scenario}
          suggestions={offered}
          reports={reports}
          target={open.isOpen ? target : null}
          onEdit={onEdit}
        />
      </div>
    </div>
  );
}
