// Names that hold what was typed, as chips beneath a field: a press fills it in.
import { ChipButton } from './Chip';
import styles from './Suggestions.module.css';

const MOST = 12;

type SuggestionsProps = { names: string[]; typed: string; onChoose: (name: string) => void };

export function Suggestions({ names, typed, onChoose }: SuggestionsProps) {
  const wanted = typed.trim().toLocaleLowerCase();
  const found = names.filter((name) => name.toLocaleLowerCase().includes(wanted) && name !== typed);
  if (found.length === 0) return null;
  return (
    <div className={styles.names}>
      {found.slice(0, MOST).map((name) => (
        <ChipButton key={name} onPress={() => onChoose(name)}>
          <bdi>{name}</bdi>
        </ChipButton>
      ))}
    </div>
  );
}
