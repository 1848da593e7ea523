import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { routes } from './app/routes.js';
import { SessionProvider } from './app/session.js';
import './design/base.css';
import { initialTheme, ThemeProvider } from './design/Theme.js';
import { applyTheme } from './design/theme.js';
import { ToastProvider } from './design/Toast.js';
import { LanguageProvider } from './i18n/index.js';

applyTheme(initialTheme());
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const router = createBrowserRouter(routes);

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ThemeProvider>
        <SessionProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </SessionProvider>
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
);
