// The credits of a statement as a table: a tick, who paid what, and the order that it is booked for with the reasons.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import { Select } from '@/components/Select';
import type { BankLine, BankProposal } from '@/ipc/bindings';
import styles from './Bank.module.css';
import { type Decisions, isTicked, proposalOf } from './decisions';

const COLUMNS = ['date', 'payer', 'amount', 'order', 'why'] as const;

type BankLinesProps = { lines: BankLine[]; decisions: Decisions; onDecide: (next: Decisions) => void };

export function BankLines({ lines, decisions, onDecide }: BankLinesProps) {
  const { t } = useTranslation('money');
  if (lines.length === 0) {
    return (
      <div className={styles.nothing}>
        <strong>{t('bank.nothing')}</strong>
        <span>{t('bank.nothingText')}</span>
      </div>
    );
  }
  return (
    <table className={styles.table} aria-label={t('bank.list')}>
      <thead>
        <tr>
          <td />
          {COLUMNS.map((id) => (
            <th key={id} scope="col" data-number={id === 'amount' || undefined}>
              {t(`bank.columns.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <OneLine
            key={line.key}
            line={line}
            decisions={decisions}
            onDecide={(next) => onDecide({ ...decisions, [line.key]: { ...decisions[line.key], ...next } })}
          />
        ))}
      </tbody>
    </table>
  );
}

type OneLineProps = { line: BankLine; decisions: Decisions; onDecide: (next: Decisions[string]) => void };

function OneLine({ line, decisions, onDecide }: OneLineProps) {
  const { t } = useTranslation('money');
  const money = useMoney();
  const date = useShortDate();
  const chosen = proposalOf(line, decisions);
  const amount = money(line.amount);
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('bank.tick', { name: line.name, amount })}
          isSelected={isTicked(line, decisions)}
          isDisabled={!chosen}
          onChange={(ticked) => onDecide({ ticked })}
        />
      </td>
      <td className={styles.day}>{date(line.date)}</td>
      <th scope="row">
        <bdi>{line.name}</bdi>
        {line.text && (
          <span className={styles.text}>
            <bdi>{line.text}</bdi>
          </span>
        )}
      </th>
      <td data-number>{amount}</td>
      <td className={styles.order}>
        <Chosen line={line} chosen={chosen} onChoose={(at) => onDecide({ at, ticked: true })} />
      </td>
      <td className={styles.why}>{chosen && <Why chosen={chosen} />}</td>
    </tr>
  );
}

/** A text in a sentence of another direction, where no element can part them. */
const isolated = (text: string) => `\u2068${text}\u2069`;

type ChosenProps = { line: BankLine; chosen: BankProposal | undefined; onChoose: (at: number) => void };

function Chosen({ line, chosen, onChoose }: ChosenProps) {
  const { t } = useTranslation('money');
  const money = useMoney();
  const label = ({ name, order, text, open }: BankProposal) =>
    t('bank.proposal', {
      name: isolated(name),
      text: order === null ? t('bank.allOrders') : isolated(text),
      open: money(open),
    });
  if (!chosen) return <span className={styles.none}>{t('bank.none')}</span>;
  if (line.proposals.length === 1) return <bdi>{label(chosen)}</bdi>;
  return (
    <Select
      quiet
      label={t('bank.choose', { name: line.name })}
      choices={line.proposals.map((one, at) => ({ id: String(at), label: label(one) }))}
      value={String(line.proposals.indexOf(chosen))}
      onChange={(at) => onChoose(Number(at))}
    />
  );
}

function Why({ chosen }: { chosen: BankProposal }) {
  const { t } = useTranslation('money');
  const { confidence, reasons } = chosen;
  const how = confidence >= 0.8 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure';
  return (
    <>
      <span className={styles.how} data-how={how}>
        {t(`bank.how.${how}`)}
      </span>
      <span className={styles.text}>{reasons.map((reason) => t(`bank.reasons.${reason}`)).join(', ')}</span>
    </>
  );
}
