import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KitProvider } from '#kit/KitProvider.tsx';
import { startApp } from '#state/startApp.ts';
import { App } from './ui/app/App.tsx';
import { CrashScreen } from './ui/app/CrashScreen.tsx';
import './ui/tokens.css';
import './ui/reset.css';

const app = startApp();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <KitProvider>
        <CrashScreen app={app}>
          <App app={app} />
        </CrashScreen>
      </KitProvider>
    </StrictMode>,
  );
}
