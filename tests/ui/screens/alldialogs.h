// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

  QTemporaryDir m_folder;
  std::unique_ptr<Workspace> m_workspace;
  ActionSet m_actions{windowActions()};
  std::vector<Maker> m_makers;
};

} // namespace oxp::test
