// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/person.h"

#include <QSysInfo>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace oxp {
namespace {

QString effectiveUser() {
  std::array<char, 16'384> room{};
  passwd entry{};
  passwd *found = nullptr;
  const uid_t user = geteuid();
  if (getpwuid_r(user, &entry, room.data(), room.size(), &found) == 0 && found && *found->pw_name)
    return QString::fromLocal8Bit(found->pw_name);
  return QString::number(user);
}

QString person() {
  for (const char *variable : {"USER", "LOGNAME"})
    if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
      return name;
  return effectiveUser();
}

} // namespace

QString personAndHost() {
  return person() + u'@' + QSysInfo::machineHostName();
}

} // namespace oxp
