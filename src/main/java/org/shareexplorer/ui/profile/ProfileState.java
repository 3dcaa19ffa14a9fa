package org.shareexplorer.ui.profile;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;

/**
 * How far a column's profile is.
 *
 * @param profile the best known so far, if any
 * @param work what is being done
 * @param problem why the last step failed, if it did
 * @param bytes about how many bytes the profile of all rows would fetch, if that is known
 */
public record ProfileState(
    Field field,
    @Nullable ColumnProfile profile,
    Work work,
    @Nullable Problem problem,
    OptionalLong bytes) {

  /** What is being done about a profile. */
  public enum Work {
    /** Nothing. */
    NONE,
    /** It waits for its turn. */
    WAITING,
    /** It is being computed. */
    RUNNING
  }

  static ProfileState of(Field field) {
    return new ProfileState(field, null, Work.NONE, null, OptionalLong.empty());
  }

  /** {@return the best profile so far} */
  public Optional<ColumnProfile> known() {
    return Optional.ofNullable(profile);
  }

  /** {@return whether it comes from data, be it of some rows or all} */
  public boolean fromData() {
    return profile != null && !(profile.basis() instanceof Basis.Provider);
  }

  /** {@return whether it is of all rows} */
  public boolean ofAllRows() {
    return profile != null && profile.basis() instanceof Basis.AllRows;
  }

  /** {@return whether memory did not suffice for the last step} */
  boolean tooLarge() {
    return problem != null && problem.code() == ProblemCode.TOO_LARGE;
  }

  ProfileState with(Work other) {
    return new ProfileState(field, profile, other, problem, bytes);
  }

  ProfileState with(ColumnProfile other, OptionalLong cost) {
    return new ProfileState(field, other, Work.NONE, null, cost.isPresent() ? cost : bytes);
  }

  ProfileState with(Problem trouble) {
    return new ProfileState(field, profile, Work.NONE, trouble, bytes);
  }
}
