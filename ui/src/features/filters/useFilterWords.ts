// The words of filters: fields by their code (custom ones by the label that the office gave them), operators, mistakes.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterField, Mistake } from '@/ipc/bindings';

export function useFilterWords() {
  const { t, i18n } = useTranslation(['filters', 'import']);

  const fieldName = useCallback(
    (field: FilterField) => {
      if (field.label) return field.label;
      if (i18n.exists(`filters:fields.${field.code}`)) return String(t(`filters:fields.${field.code}` as never));
      const place = /^(work|home|mailing|billing|other)_(.+)$/.exec(field.code);
      const named = (code: string) => String(t(`import:fieldNames.${code}` as never));
      if (place)
        return String(t(`import:fields.place.${place[1]}` as never, { field: named(place[2] ?? '') } as never));
      return i18n.exists(`import:fieldNames.${field.code}`) ? named(field.code) : field.code;
    },
    [t, i18n],
  );

  const mistakeText = useCallback(
    ({ position, expected, found }: Mistake) => {
      const where = { position, found };
      const names = { ...expected, operators: 'operators' in expected ? expected.operators.join(', ') : '' };
      const words = 'words' in expected ? expected.words.join(', ') : '';
      const perhaps = 'perhaps' in expected && expected.perhaps ? t('perhaps', { name: expected.perhaps }) : '';
      const wanted = String(t(`expected.${expected.what}` as never, { ...names, words } as never));
      const told = found ? t('mistake', { ...where, wanted }) : t('mistakeAtEnd', { ...where, wanted });
      return [told, perhaps].filter(Boolean).join(' ');
    },
    [t],
  );

  return { fieldName, mistakeText };
}
