// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's wish comes over the bus, asynchronously; a private bus with a portal of our own speaks here.
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {
const QString Path = u"/org/freedesktop/portal/desktop"_s;
const QString Interface = u"org.freedesktop.portal.Settings"_s;
} // namespace

/// As much of xdg-desktop-portal as is asked. Its Read wraps the answer twice, as the real one does.
class FakePortal : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
  uint wish = 1;

public slots:
  QDBusVariant Read(const QString &, const QString &) {
    return QDBusVariant(QVariant::fromValue(QDBusVariant(wish)));
  }
};

class PortalTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() {
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is needed for this test");
    QTRY_VERIFY(m_daemon.canReadLine());
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(address), u"portal"_s);
    QVERIFY(bus.registerObject(Path, &m_portal, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
  }

  void cleanupTestCase() {
    QDBusConnection::disconnectFromBus(u"portal"_s);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
  }

  void followsThePortal() {
    ThemeController controller(ThemeSetting::System);
    QTRY_VERIFY(Theme::current().isDark());
    tell(u"org.freedesktop.appearance"_s, 2);
    QTRY_VERIFY(!Theme::current().isDark());
    // Another setting of the same name says nothing about the scheme.
    QSignalSpy changed(&controller, &ThemeController::changed);
    tell(u"org.gnome.elsewhere"_s, 1);
    tell(u"org.freedesktop.appearance"_s, 1);
    QTRY_VERIFY(Theme::current().isDark());
    QCOMPARE(changed.count(), 1);
  }

private:
  static void tell(const QString &group, uint wish) {
    QDBusMessage signal = QDBusMessage::createSignal(Path, Interface, u"SettingChanged"_s);
    signal << group << u"color-scheme"_s << QVariant::fromValue(QDBusVariant(wish));
    QDBusConnection(u"portal"_s).send(signal);
  }

  QProcess m_daemon;
  FakePortal m_portal;
};

QTEST_MAIN(PortalTest)
#include "tst_portal.moc"
