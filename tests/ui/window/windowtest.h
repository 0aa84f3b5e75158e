// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/person.h"
#include "ui/window/shop.h"
#include "workspace/settings.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

// What has to come in the end is waited for as long as the slowest machine needs, and not for the five
// seconds that are built into these.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), oxp::test::Patience)
#define QTRY_VERIFY2(expr, words) QTRY_VERIFY2_WITH_TIMEOUT((expr), words, oxp::test::Patience)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), expected, oxp::test::Patience)

namespace oxp::test {

/// The whole program needs no session bus: without one there is no keychain and no desktop portal.
inline void leaveSessionBus() {
  qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

/// A shop, a folder for the program's data, and somebody before it.
class WindowTest {
public:
  explicit WindowTest(RedisServerOptions options = {})
      : shop(std::move(options)) {}

  /// Starts the program on the shop. What has no event is looked at every `pollSeconds`.
  bool open(const char *environment = "production", int pollSeconds = 1) {
    QSettings(folder.filePath(QStringLiteral("oxpecker.ini")), QSettings::IniFormat)
        .setValue(QLatin1String(setting::PollSeconds.key), pollSeconds);
    return person.start(shop.url(environment), folder.path());
  }

  /// Starts the program on the shop and opens the failures of its queue; null when not so many groups came.
  QTableView *openFailures(int groups) {
    if (!open("local") || !person.chooseRow({QStringLiteral("Shop"), QStringLiteral("orders")}) ||
        !person.command(QStringLiteral("Failures")))
      return nullptr;
    auto *view = person.see<QTableView>(QStringLiteral("Failures"));
    const auto came = [&] { return view->model()->rowCount() == groups; };
    return view && person.waits("the groups of failures", came) ? view : nullptr;
  }

  Shop shop;
  QTemporaryDir folder;
  Person person;
};

} // namespace oxp::test
