// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/workspace/shop.h"
#include "ui/window/windowactions.h"
#include "workspace/workspace.h"

#include <QDialog>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace oxp::test {

/// Every dialog of the program, each with what it shows at its fullest.
class AllDialogs {
public:
  struct Maker {
    const char *name;
    std::function<QDialog *(QWidget *parent)> make;
  };

  AllDialogs();

  const std::vector<Maker> &makers() const { return m_makers; }

private:
  void addPlain();
  void addWrites();
  void addBulk();

  QTemporaryDir m_folder;
  std::unique_ptr<Workspace> m_workspace;
  Surroundings m_around;
  std::unique_ptr<ProfileSession> m_session; ///< never connected
  ActionSet m_actions{windowActions()};
  std::vector<Maker> m_makers;
};

} // namespace oxp::test
