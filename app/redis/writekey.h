// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oxp {

class BulkRunner;
class OperationRunner;
class DemoWriterAccess;
struct WriteKeyForTests; ///< defined in the tests only

/// Whoever wants to write has to show one, and only these can make one: the operation runner, its counterpart
/// for runs over many jobs, and the demo for the server that it started itself.
class WriteKey {
  friend class OperationRunner;
  friend class BulkRunner;
  friend class DemoWriterAccess;
  friend struct WriteKeyForTests;
  WriteKey() = default;
};

} // namespace oxp
