// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/alertflow.h"

#include "ui/dialogs/alertsdialog.h"
#include "ui/flows/errornotice.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QSystemTrayIcon>

#include <algorithm>

namespace oxp {

AlertFlow::AlertFlow(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window) {
  connect(&workspace.alerts(), &AlertCentre::raised, this, &AlertFlow::tell);
}

namespace {

Notice savedNotice(const alerts::AlertSettings &alerts) {
  const auto on = std::count_if(alerts.rules.begin(), alerts.rules.end(),
                                [](const alerts::AlertRule &rule) { return rule.on; });
  const QString what = on > 0 ? AlertFlow::tr("Alerts saved: %n rule(s) at work.", nullptr, int(on))
                              : AlertFlow::tr("Alerts saved: no rule is on, so nothing is told.");
  return okNotice(what, {}, "alerts-saved");
}

} // namespace

void AlertFlow::editRules(const QString &profileId, const std::optional<QueueId> &queue) {
  const Profile *profile = m_workspace.profiles().find(profileId);
  if (!profile)
    return;
  const ProfileSession *session = m_workspace.session(profileId);
  auto *dialog = new AlertsDialog(*profile, session ? session->queues().all() : std::vector<QueueInfo>(),
                                  m_workspace.alerts().alerts(profileId), queue, m_window);
  connect(dialog, &AlertsDialog::saved, this, [this, profileId](const alerts::AlertSettings &alerts) {
    m_workspace.alerts().setAlerts(profileId, alerts);
    emit told(savedNotice(alerts));
  });
  dialog->open();
}

void AlertFlow::tell(const AlertNews &news) {
  if (news.quiet || tellByTray(news))
    return;
  Notice notice;
  notice.id = "alert";
  notice.subject = {news.profileId, news.queue, {}};
  notice.kind = NoticeKind::Warn;
  notice.what = news.title;
  notice.detail = news.sentence;
  notice.buttons = {{tr("Show queue"), [this, news] { show(news); }}};
  emit told(notice);
}

bool AlertFlow::tellByTray(const AlertNews &news) {
  if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
    return false;
  if (!m_tray) {
    m_tray = new QSystemTrayIcon(m_window->windowIcon(), this);
    m_tray->setToolTip(m_window->windowTitle());
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { show(m_last); });
    connect(m_tray, &QSystemTrayIcon::activated, this, [this] { show(m_last); });
    m_tray->show();
  }
  m_last = news;
  m_tray->showMessage(news.title, news.sentence, QSystemTrayIcon::Warning);
  return true;
}

void AlertFlow::show(const AlertNews &news) {
  m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
  m_window->show();
  m_window->raise();
  m_window->activateWindow();
  emit queueWanted(news.profileId, news.queue);
}

} // namespace oxp
