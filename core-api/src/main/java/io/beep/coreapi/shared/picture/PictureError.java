package io.beep.coreapi.shared.picture;

import io.beep.coreapi.shared.DomainError;
import io.beep.coreapi.shared.ErrorKind;

/** Why a picture was refused. */
public sealed interface PictureError extends DomainError {

  @Override
  default ErrorKind kind() {
    return ErrorKind.UNPROCESSABLE;
  }

  record TypeUnknown() implements PictureError {
    @Override
    public String code() {
      return "picture.type-unknown";
    }

    @Override
    public String detail() {
      return "This is no PNG, JPEG, WebP or GIF.";
    }
  }

  record Unreadable() implements PictureError {
    @Override
    public String code() {
      return "picture.unreadable";
    }

    @Override
    public String detail() {
      return "This picture is broken, or of a form that nobody here can read.";
    }
  }

  /**
   * @param most pixels
   */
  record TooLarge(int most) implements PictureError {
    @Override
    public String code() {
      return "picture.too-large";
    }

    @Override
    public String detail() {
      return "A picture has at most " + most / 1_000_000 + " million pixels.";
    }
  }
}
