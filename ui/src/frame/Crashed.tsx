// What stands in place of a screen that threw: a sentence, and a way back that needs no restart.
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';

export function Crashed() {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={t('crashed.title')}
      text={t('crashed.text')}
      actions={
        <Button variant="main" onPress={() => navigate('/contacts', { replace: true })}>
          {t('crashed.again')}
        </Button>
      }
    />
  );
}
